class Work
{
    public string Text(float x) { return $"{x}"; } // NG0303
}
