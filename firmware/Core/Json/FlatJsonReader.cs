using System.Text;
using Appliance.Core.Config;

namespace Appliance.Core.Json;

/// <summary>One pass over the bytes of a flat object. The first problem ends it.</summary>
internal sealed class FlatJsonReader
{
    /// <summary>So many digits fit a long whatever they are.</summary>
    private const int MostDigits = 18;

    private readonly byte[] _text;
    private readonly byte[] _string;
    private readonly FlatJson _fields;
    private string _problem;
    private int _at;

    public FlatJsonReader(byte[] text, FlatJson fields)
    {
        _text = text;
        _string = new byte[text.Length + Utf8Sequence.LongestLength];
        _fields = fields;
    }

    /// <returns>Null, or what is wrong and where.</returns>
    public string Read()
    {
        if (Object() && Peek() >= 0)
        {
            Fail("something follows the object");
        }

        return _problem;
    }

    private bool Object()
    {
        if (!Take('{'))
        {
            return Fail("no object, which begins with '{'");
        }

        if (Take('}'))
        {
            return true;
        }

        do
        {
            if (!Field())
            {
                return false;
            }
        }
        while (Take(','));

        return Take('}') || Fail("neither ',' nor '}'");
    }

    private bool Field()
    {
        if (!String(out string name))
        {
            return false;
        }

        if (!Take(':'))
        {
            return Fail("no ':'");
        }

        string text = null;
        long number = 0;
        int first = Peek();
        bool isRead = first == '"' ? String(out text)
            : first == 't' ? Word("true", 1, out number)
            : first == 'f' ? Word("false", 0, out number)
            : Number(out number);
        if (!isRead)
        {
            return false;
        }

        string problem = _fields.Add(name, text, number);
        return problem == null || Fail(problem);
    }

    private bool String(out string text)
    {
        text = null;
        if (!Take('"'))
        {
            return Fail("no string");
        }

        int length = 0;
        while (_at < _text.Length && _text[_at] != '"')
        {
            int read = _text[_at] == '\\' ? Escape(length) : Plain(length);
            if (read == 0)
            {
                return false;
            }

            length += read;
        }

        _at++;
        text = Encoding.UTF8.GetString(_string, 0, length);
        return _at <= _text.Length || Fail("a string does not end");
    }

    /// <returns>Bytes of the character, 0 if it is none.</returns>
    private int Plain(int target)
    {
        int length = _text[_at] < ' ' ? 0 : Utf8Sequence.Length(_text, _at);
        if (length == 0)
        {
            Fail("a control character, or no UTF-8");
        }

        System.Array.Copy(_text, _at, _string, target, length);
        _at += length;
        return length;
    }

    /// <returns>Bytes of the character, 0 if it is none.</returns>
    private int Escape(int target)
    {
        int letter = _at + 1 < _text.Length ? _text[_at + 1] : -1;
        _at += 2;
        int point;
        switch (letter)
        {
            case '"':
            case '\\':
            case '/':
                point = letter;
                break;
            case 'b':
                point = '\b';
                break;
            case 'f':
                point = '\f';
                break;
            case 'n':
                point = '\n';
                break;
            case 'r':
                point = '\r';
                break;
            case 't':
                point = '\t';
                break;
            case 'u':
                point = Point();
                break;
            default:
                point = -1;
                break;
        }

        // U+0000 would cut the string: the device's end with it.
        if (point <= 0)
        {
            Fail("an escape that is none, half a surrogate pair, or \\u0000");
            return 0;
        }

        return Utf8Sequence.Write(_string, target, point);
    }

    /// <returns>The character behind \u, taken together with the other half of a surrogate pair; less than 0 if it is none.</returns>
    private int Point()
    {
        int first = Hex();
        if (first < 0xD800 || first > 0xDFFF)
        {
            return first;
        }

        bool isPair = first < 0xDC00 && _at + 1 < _text.Length && _text[_at] == '\\' && _text[_at + 1] == 'u';
        _at += isPair ? 2 : 0;
        int second = isPair ? Hex() : -1;
        return second >= 0xDC00 && second <= 0xDFFF ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00) : -1;
    }

    private int Hex()
    {
        if (_at + 4 > _text.Length)
        {
            return -1;
        }

        int value = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = HexDigit.Value(_text[_at++]);
            value = digit < 0 || value < 0 ? -1 : (value << 4) | digit;
        }

        return value;
    }

    private bool Word(string word, long meaning, out long number)
    {
        number = meaning;
        byte[] letters = Encoding.UTF8.GetBytes(word);
        for (int i = 0; i < letters.Length; i++)
        {
            if (_at >= _text.Length || _text[_at] != letters[i])
            {
                return Fail("no value");
            }

            _at++;
        }

        return true;
    }

    private bool Number(out long number)
    {
        number = 0;
        bool isNegative = Take('-');
        int start = _at;
        while (_at < _text.Length && _text[_at] >= '0' && _text[_at] <= '9' && _at - start <= MostDigits)
        {
            number = (number * 10) + (_text[_at++] - '0');
        }

        int digits = _at - start;
        int next = _at < _text.Length ? _text[_at] : -1;
        bool isWhole = next != '.' && next != 'e' && next != 'E';
        bool hasLeadingZero = digits > 1 && _text[start] == '0';
        if (digits == 0 || digits > MostDigits || hasLeadingZero || !isWhole)
        {
            return Fail("a value is a string, a whole number of at most 18 digits, true or false");
        }

        number = isNegative ? -number : number;
        return true;
    }

    /// <summary>Skips blanks and takes this character if it is the next.</summary>
    private bool Take(char character)
    {
        bool isNext = Peek() == character;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    /// <returns>The next character that is no blank, or -1.</returns>
    private int Peek()
    {
        while (_at < _text.Length && (_text[_at] == ' ' || _text[_at] == '\t' || _text[_at] == '\n' || _text[_at] == '\r'))
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : -1;
    }

    private bool Fail(string problem)
    {
        if (_problem == null)
        {
            _problem = "byte " + _at.ToString() + ": " + problem;
        }

        return false;
    }
}
