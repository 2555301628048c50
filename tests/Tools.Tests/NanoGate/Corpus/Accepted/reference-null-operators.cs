class Work
{
    string name;
    public string Name() { name ??= "none"; return name?.Trim() ?? throw new System.ArgumentNullException(nameof(name)); }
}
