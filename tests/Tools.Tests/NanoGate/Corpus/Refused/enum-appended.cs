using System.Text;
enum State { Off, On }
class Work
{
    public void Text(StringBuilder to, State s) { to.Append(s); } // NG0304
}
