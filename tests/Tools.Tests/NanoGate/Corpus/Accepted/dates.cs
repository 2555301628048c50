using System;
class Work
{
    public string Text(DateTime t) { return t.ToString("yyyy-MM-dd HH:mm:ss") + $"{t:u}" + string.Format("{0:HH:mm}", t) + DateTime.UtcNow.AddSeconds(1).ToString("o"); }
}
