interface ISource<T> // NG0201
{
    T Next();
}
