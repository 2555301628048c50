using System;
class Work
{
    public void Each(Action<int> step) { } // NG0202
}
