using System.Threading;
class Work
{
    readonly object gate = new object();
    int n;
    public void Start()
    {
        new Thread(() => { lock (gate) n++; }).Start();
        Thread.Sleep(10);
        Interlocked.Increment(ref n);
    }
}
