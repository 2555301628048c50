class Pick
{
    static void Swap<T>(ref T a, ref T b) // NG0201
    {
        T c = a;
        a = b;
        b = c;
    }
}
