namespace Appliance.Core.Journal;

/// <summary>The files of the journal, named by numbers. Nothing here throws: what cannot be done is false.</summary>
public interface IJournalStore
{
    /// <summary>Lists the files in any order, as many as there is room for.</summary>
    /// <param name="sizes">In bytes.</param>
    /// <returns>How many; -1 if they cannot be listed.</returns>
    int List(int[] numbers, int[] sizes);

    /// <summary>Reads exactly that many bytes to the front of a buffer.</summary>
    bool Read(int number, int offset, byte[] buffer, int count);

    /// <summary>Appends to a file, which comes into being if need be. Once it returns, the bytes outlast a power cut.</summary>
    bool Append(int number, byte[] bytes, int count);

    /// <summary>Deletes a file. One that is not there is a success.</summary>
    bool Delete(int number);

    /// <returns>What was written by <see cref="WriteAccount"/>; null if nothing is there, or it cannot be read.</returns>
    byte[] ReadAccount();

    /// <summary>Puts a few bytes in the place of those that were there. Once it returns, they outlast a power cut.</summary>
    bool WriteAccount(byte[] account);
}
