interface ISensor
{
    int Read();
    int Twice() { return Read() * 2; }
}
class Probe : ISensor
{
    int ISensor.Read() { return 21; }
}
