using System;
using System.IO;
using Appliance.Core.Journal;

namespace Appliance.App.Storage;

/// <summary>The journal's files in a folder of their own. Each is opened, written and closed: only then its bytes outlast a power cut.</summary>
public sealed class JournalFiles : IJournalStore
{
    public int List(int[] numbers, int[] sizes)
    {
        try
        {
            Create();
            string[] paths = Directory.GetFiles(Folder.Journal);
            int count = 0;
            for (int i = 0; i < paths.Length && count < numbers.Length; i++)
            {
                if (int.TryParse(System.IO.Path.GetFileName(paths[i]), out int number) && number >= 0)
                {
                    numbers[count] = number;
                    sizes[count++] = (int)new FileInfo(paths[i]).Length;
                }
            }

            return count;
        }
        catch (Exception e)
        {
            Log.Line("journal", e.Message);
            return -1;
        }
    }

    public bool Read(int number, int offset, byte[] buffer, int count)
    {
        try
        {
            using FileStream file = new FileStream(PathOf(number), FileMode.Open, FileAccess.Read);
            file.Seek(offset, SeekOrigin.Begin);
            int have = 0;
            while (have < count)
            {
                int read = file.Read(buffer, have, count - have);
                if (read <= 0)
                {
                    return false;
                }

                have += read;
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public bool Append(int number, byte[] bytes, int count)
    {
        try
        {
            // A file system gone bad is formatted, perhaps under us.
            Create();
            using FileStream file = new FileStream(PathOf(number), FileMode.Append, FileAccess.Write);
            file.Write(bytes, 0, count);
            return true;
        }
        catch (Exception e)
        {
            Log.Line("journal", e.Message);
            return false;
        }
    }

    public bool Delete(int number)
    {
        try
        {
            DurableFile.Delete(PathOf(number));
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public byte[] ReadAccount()
    {
        try
        {
            return DurableFile.Read(Folder.JournalAccount);
        }
        catch (Exception e)
        {
            Log.Line("journal", e.Message);
            return null;
        }
    }

    public bool WriteAccount(byte[] account)
    {
        try
        {
            Folder.Create();
            DurableFile.Write(Folder.JournalAccount, account);
            return true;
        }
        catch (Exception e)
        {
            Log.Line("journal", e.Message);
            return false;
        }
    }

    private static void Create()
    {
        if (!Directory.Exists(Folder.Journal))
        {
            Directory.CreateDirectory(Folder.Journal);
        }
    }

    private static string PathOf(int number) => Folder.Journal + "\\" + number.ToString();
}
