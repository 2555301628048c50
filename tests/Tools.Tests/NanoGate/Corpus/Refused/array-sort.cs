using System;
class Work
{
    public void Sort(int[] a) { Array.Sort(a); } // CS0117
}
