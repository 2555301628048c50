class Work
{
    readonly int[] cells = new int[8];
    ref int At(int i) { return ref cells[i]; }
    public void Set(int i, out int old) { ref int cell = ref At(i); old = cell; cell = 7; }
}
