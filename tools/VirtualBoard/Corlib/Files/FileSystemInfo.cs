namespace System.IO;

/// <summary>A file or a directory.</summary>
public abstract class FileSystemInfo : MarshalByRefObject
{
    private protected string FullPath = string.Empty;

    protected FileSystemInfo()
    {
    }

    public FileAttributes Attributes => File.GetAttributes(FullPath);

    public virtual string FullName => FullPath;

    public string Extension => Path.GetExtension(FullPath)!;

    public abstract bool Exists { get; }

    public abstract string Name { get; }

    public abstract void Delete();

    /// <summary>Nothing is cached, so there is nothing to refresh but the complaint.</summary>
    public virtual void Refresh()
    {
        if (!Exists)
            HandleRefreshError();
    }

    protected abstract void HandleRefreshError();
}
