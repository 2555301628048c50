class Work
{
    public const string End = "\0"; // NG0205
}
