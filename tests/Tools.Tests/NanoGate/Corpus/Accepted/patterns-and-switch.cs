class Work
{
    public int Rank(object o) => o switch
    {
        int and > 0 and < 9 => 1,
        string { Length: 0 } => 2,
        not null => 3,
        _ => 4,
    };
    public int Verb(string s)
    {
        switch (s)
        {
            case "run": return 1;
            case "check": return 2;
            case "pack": return 3;
            case "flash": return 4;
            case "watch": return 5;
            case "card": return 6;
            case "probe": return 7;
            case "alarm": return 8;
            default: return 0;
        }
    }
}
