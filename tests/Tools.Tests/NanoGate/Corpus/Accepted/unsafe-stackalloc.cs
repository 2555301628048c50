class Work
{
    public unsafe int Sum()
    {
        byte* p = stackalloc byte[4];
        p[0] = 1;
        return p[0] + sizeof(int);
    }
}
