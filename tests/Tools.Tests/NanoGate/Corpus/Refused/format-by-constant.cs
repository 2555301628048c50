class Work
{
    const string Two = "0" + "0";
    public string Text(byte n) { return n.ToString(Two); } // NG0301
}
