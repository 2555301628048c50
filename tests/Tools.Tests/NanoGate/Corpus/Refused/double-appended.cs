using System.Text;
class Work
{
    public void Text(StringBuilder to, float x) { to.Append(x); } // NG0303
}
