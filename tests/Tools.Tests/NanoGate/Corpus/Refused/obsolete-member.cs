using nanoFramework.TestFramework;
class Work
{
    public void Run() { Assert.Equal(1, 1); } // CS0612
}
