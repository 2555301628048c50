struct Reading
{
    public Reading(int value) { this.value = value; Quality = 1; }
    readonly int value;
    public int Value { get { return value; } init { this.value = value; } }
    public int Quality;
}
class Work
{
    public Reading Make() { return new Reading(3) { Value = 4 }; }
}
