namespace Ixp.Sites.Boards;

/// <param name="ManagedHeap">Bytes of the managed heap.</param>
/// <param name="PsramMebibytes">0 for none.</param>
public sealed record BoardMemory(int ManagedHeap, int PsramMebibytes, Evidence Evidence);
