using System.Threading;
class Work
{
    public void Run(Thread t) { t.Name = "w"; } // CS1061
}
