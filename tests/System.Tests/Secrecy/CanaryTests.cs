using System.Text;

namespace SystemTests.Secrecy;

/// <summary>The search itself: one that finds nothing would pass every other test.</summary>
public sealed class CanaryTests
{
    private static readonly Canary Secret = new("it", "cnry/7f3a+Kz");

    [Theory]
    [InlineData("x cnry/7f3a+Kz y")]
    [InlineData("cnry%2F7f3a%2BKz")]
    [InlineData("636e72792f376633612b4b7a")]
    [InlineData("..636E72792F376633612B4B7A")]
    [InlineData("63-6E-72-79-2F-37-66-33-61-2B-4B-7A")]
    [InlineData("63 6e 72 79 2f 37 66 33 61 2b 4b 7a")]
    public void It_is_found(string text) => Assert.Single(Canary.In("there", text, [Secret]));

    [Fact]
    public void It_is_found_in_Base64_wherever_it_stands()
    {
        for (int before = 0; before < 6; before++)
        {
            for (int after = 0; after < 6; after++)
            {
                string text = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('a', before) + Secret.Text + new string('b', after)));
                Assert.Single(Canary.In("there", text, [Secret]));
            }
        }
    }

    [Fact]
    public void It_is_not_found_where_it_is_not() => Assert.Empty(Canary.In("there", "cnry/7f3a Kz cnry", [Secret]));
}
