partial class Work
{
    sealed class Item { public int N; public Item Next; }
    Item head;
}
partial class Work
{
    public void Add(int n) { head = new Item { N = n, Next = head }; }
}
