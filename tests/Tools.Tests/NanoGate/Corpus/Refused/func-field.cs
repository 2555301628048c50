using System;
class Work
{
    Func<int> next; // NG0202
    public Work(int n) { next = null; if (n > 0) next = null; } // NG0202
    public bool Has => next != null; // NG0202
}
