using System.Collections;
class Work
{
    public int Sum(ArrayList list, Hashtable table, IEnumerable any)
    {
        int n = 0;
        foreach (int v in list)
            n += v;
        foreach (DictionaryEntry e in table)
            n += (int)e.Value;
        foreach (object o in any)
            n += o.GetHashCode();
        return n;
    }
}
