class Box<T> // NG0201
{
    public T Value { get; set; }
}
