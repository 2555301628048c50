class Work
{
    public string Text(int n) { return $"{n}\0{n}"; } // NG0205
}
