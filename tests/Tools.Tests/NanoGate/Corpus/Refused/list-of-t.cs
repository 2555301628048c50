using System.Collections.Generic; // CS0234
class Work
{
    public void Add(List<int> a) { } // CS0246
}
