using System.Text;
class Work
{
    public string Text(int n, uint u, ulong big, double x, float f)
    {
        return n.ToString() + n.ToString("D2") + u.ToString("X8") + big.ToString("x16") + n.ToString("N0")
            + x.ToString("F2") + f.ToString("N1") + string.Format("{0:F1} {{literal}} {1,-5} {2:X}", x, n, u)
            + new StringBuilder().Append(n).Append(big).Append('c').Append("s").Append(true).ToString();
    }
}
