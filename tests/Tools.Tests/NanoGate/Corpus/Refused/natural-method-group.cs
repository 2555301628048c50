class Work
{
    static int One(int a) { return a; }
    public object Make()
    {
        var f = One; // NG0202
        return f;
    }
}
