using System;
delegate int Step(int now);
class Work
{
    public event EventHandler Changed;
    public int Run(Step step)
    {
        int seen = 0;
        Step local = now => now + seen;
        Action done = () => seen++;
        done();
        ThreadIsFine(local);
        Changed?.Invoke(this, EventArgs.Empty);
        return step(seen) + local(1);
    }
    static void ThreadIsFine(Step s) { s += s; s(1); }
}
