class Work
{
    public int Add(int a, int b) { return checked(a + b); } // NG0306
}
