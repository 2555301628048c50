using System.Reflection;

namespace VirtualBoard.Hosting;

/// <summary>A firmware as it would be flashed: woven assemblies, one of them a program. Every boot runs a fresh copy with fresh statics.</summary>
/// <param name="mainAssembly">The assembly whose Main the board calls.</param>
public sealed class FirmwareImage(string mainAssembly, IReadOnlyList<FirmwareAssembly> assemblies) : IFirmware
{
    private int _copies;

    public IReadOnlyList<FirmwareAssembly> Assemblies => assemblies;

    public Action Load(Board board)
    {
        var (context, program) = Open();
        var main = MainOf(program);
        return () =>
        {
            main();

            // A context that nobody holds begins to unload even while its code runs.
            GC.KeepAlive(context);
        };
    }

    /// <summary>Loads a fresh copy of the image, with fresh statics.</summary>
    /// <returns>Its main assembly.</returns>
    /// <exception cref="InvalidOperationException">The image holds no assembly of that name.</exception>
    public Assembly LoadCopy() => Open().Program;

    internal FirmwareAssembly? Find(string name) => assemblies.FirstOrDefault(a => a.Name == name);

    private (FirmwareContext Context, Assembly Program) Open()
    {
        if (Find(mainAssembly) is null)
        {
            throw new InvalidOperationException(
                $"The firmware image holds no {mainAssembly}, only: {string.Join(", ", assemblies.Select(a => a.Name))}.");
        }

        var context = new FirmwareContext(this, $"{mainAssembly} #{Interlocked.Increment(ref _copies)}");

        // All of them now: a context that has begun to unload loads nothing more.
        foreach (var assembly in assemblies)
            context.LoadFromAssemblyName(new AssemblyName(assembly.Name));
        return (context, context.LoadFromAssemblyName(new AssemblyName(mainAssembly)));
    }

    private static Action MainOf(Assembly program)
    {
        // A delegate and not Invoke: reflection would wrap the exception that a power cut unwinds with.
        return program.EntryPoint is { } main && main.GetParameters().Length == 0 && main.ReturnType == typeof(void)
            ? main.CreateDelegate<Action>()
            : throw new InvalidOperationException($"{program.GetName().Name} has no static void Main(), which is what the device calls.");
    }
}
