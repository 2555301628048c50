class Work
{
    public object Make()
    {
        var f = () => 1; // NG0202
        return f;
    }
}
