using System;
class Work
{
    public TimeSpan Run()
    {
        TimeSpan t;
        return t; // CS0165
    }
}
