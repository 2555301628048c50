using System;
class Work
{
    public void Run() { throw new OverflowException(); } // CS0246
}
