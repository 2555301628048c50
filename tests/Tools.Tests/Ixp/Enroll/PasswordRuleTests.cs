using Ixp.Enroll;
using Xunit;

namespace Tools.Tests.Ixp.Enroll;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("kd83-lqpw-x")]
    [InlineData("Password1234")]
    [InlineData("CHANGE-ME-NOW-2024!")]
    [InlineData("secretsecretsecret")]
    [InlineData("my secret password")]
    [InlineData("123456789012345")]
    [InlineData("mosquitto-mqtt-broker")]
    [InlineData("demo-rack1/demo")]
    [InlineData("Demo_Rack1-pw1")]
    [InlineData("${BROKER_PASSWORD_OF_RACK}")]
    [InlineData("abababababababab")]
    public void Refused(string password)
    {
        string? reason = PasswordRule.Refuse(password, "demo-rack1", "demo");
        Assert.NotNull(reason);
        Assert.True(password.Length == 0 || !reason.Contains(password, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("kd83-lqpw-xnvz")]
    [InlineData("correct horse battery staple")]
    [InlineData("Ärger im Maschinenraum 7")]
    [InlineData("password of the blue kettle")]
    public void Taken(string password) => Assert.Null(PasswordRule.Refuse(password, "demo-rack1", "demo"));

    [Fact]
    public void What_the_command_makes_is_taken()
    {
        for (int i = 0; i < 1000; i++)
            Assert.Null(PasswordRule.Refuse(RandomPassword.Next(), "demo-rack1", "demo"));
    }
}
