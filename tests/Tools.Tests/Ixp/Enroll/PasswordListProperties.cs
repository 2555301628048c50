using FsCheck;
using FsCheck.Fluent;
using Ixp.Enroll;
using Xunit;

namespace Tools.Tests.Ixp.Enroll;

/// <summary>Whatever is done with one user's line, the others stay.</summary>
public sealed class PasswordListProperties
{
    private static readonly Gen<string> Users = from letters in Gen.Elements("abz09_-".ToCharArray()).NonEmptyListOf() select string.Concat(letters.Take(32));

    private static readonly Gen<string> Passwords = from parts in Gen.Elements("a", "Z", "$", ":", "=", " ", "ü", "🔌", "\\", "\"", "7").NonEmptyListOf() select string.Concat(parts);

    [Fact]
    public void A_user_has_the_password_that_was_set_last()
    {
        var cases = from users in Users.NonEmptyListOf() from first in Passwords from last in Passwords select (Users: users.Distinct(StringComparer.Ordinal).Take(5).ToArray(), first, last);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var list = new PasswordList("# by hand\n");
            foreach (string user in c.Users)
                list.Set(user, c.first);
            list.Set(c.Users[0], c.last);
            var read = new PasswordList(list.Text);

            Assert.StartsWith("# by hand\n", read.Text, StringComparison.Ordinal);
            Assert.True(read.IsPasswordOf(c.Users[0], c.last));
            Assert.Equal(c.first == c.last, read.IsPasswordOf(c.Users[0], c.first));
            Assert.All(c.Users[1..], u => Assert.True(read.IsPasswordOf(u, c.first)));
            Assert.Equal(c.Users.Length > 1 ? c.Users[1] : null, read.OtherWith(c.first, c.Users[0]));
            read.Remove(c.Users[0]);
            Assert.Equal(list.Text.Split('\n').Where(l => !l.StartsWith(c.Users[0] + ":", StringComparison.Ordinal)), read.Text.Split('\n'));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_is_kept_and_matches_no_password() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var list = new PasswordList(text ?? "");
        Assert.False(list.IsPasswordOf("demo", "x"));
        Assert.Null(list.OtherWith("x", "demo"));
    }).QuickCheckThrowOnFailure();
}
