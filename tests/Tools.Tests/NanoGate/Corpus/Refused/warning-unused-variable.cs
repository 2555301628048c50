class Work
{
    public void Run()
    {
        int n; // CS0168
    }
}
