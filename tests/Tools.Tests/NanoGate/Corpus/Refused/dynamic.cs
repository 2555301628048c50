class Work
{
    public void Run(dynamic d) { d.Go(); } // CS1980
}
