using Appliance.Core.Arithmetic;
using Appliance.Core.Climate;
using FsCheck.Fluent;
using SystemTests.Drivers;

namespace SystemTests.Core;

/// <summary>The firmware's whole numbers against .NET's floating point.</summary>
public sealed class ArithmeticTests
{
    [Fact]
    public void LogarithmIsRightToAMillionth() => Cases.ForAll(
        from n in Gen.Choose(1, int.MaxValue)
        from d in Gen.Choose(1, int.MaxValue)
        select (n, d),
        2000,
        x => Assert.Equal(Math.Log((double)x.n / x.d), Logarithm.Natural(x.n, x.d) / 1e6, 1e-6));

    [Fact]
    public void ExponentialIsRightToHalfAMillionthAndOnePartInTenMillion() => Cases.ForAll(
        Gen.Choose((int)Exponential.Least, (int)Exponential.Most),
        2000,
        x => Assert.Equal(Math.Exp(x / 1e6), Exponential.Of(x) / 1e6, 0.6e-6 + (1e-7 * Math.Exp(x / 1e6))));

    [Fact]
    public void DewPointAndHumidityAreThoseOfTheFormula() => Cases.ForAll(
        from c in Gen.Choose(-4500, 8500)
        from rh in Gen.Choose(100, 10_000)
        select (c, rh),
        2000,
        x =>
        {
            double t = x.c / 100.0;
            double gamma = Math.Log(x.rh / 10_000.0) + (17.62 * t / (243.12 + t));
            Assert.Equal(243.12 * gamma / (17.62 - gamma), Psychrometrics.DewPoint(x.c, x.rh) / 100.0, 0.006);
            double e = x.rh / 10_000.0 * 6.112 * Math.Exp(17.62 * t / (243.12 + t));
            Assert.Equal(216.7 * e / (273.15 + t), Psychrometrics.AbsoluteHumidity(x.c, x.rh) / 100.0, 0.0051 + (e * 1e-5));
        });
}
