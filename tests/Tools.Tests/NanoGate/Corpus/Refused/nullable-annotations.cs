#nullable enable
class Work
{
    public string? Name = null; // NG0204
}
