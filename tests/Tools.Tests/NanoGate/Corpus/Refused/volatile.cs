class Work
{
    volatile bool stop;
    public bool Stop { get { return stop; } set { stop = value; } } // CS0518
}
