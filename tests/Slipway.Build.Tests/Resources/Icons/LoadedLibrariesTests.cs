using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Tests.Resources.Icons;

/// <summary>Reading and compiling a library takes longer than drawing with it.</summary>
public sealed class LoadedLibrariesTests
{
    [Fact]
    public void An_icon_of_pixels_does_not_load_what_draws_SVG()
    {
        Assert.DoesNotContain(Loaded(RasterPictures.Encode(SKEncodedImageFormat.Png)), IsOfSvg);
        Assert.Contains(Loaded(Encoding.UTF8.GetBytes("<svg viewBox='0 0 9 9'><path d='M0 0h9v9'/></svg>")), IsOfSvg);
    }

    private static bool IsOfSvg(string name) => name == "Svg.Skia";

    private static void Draw(byte[] picture) => AppIcons.Render(new IconPlan([new IconImage(picture, "icon")], [], [], null, []));

    // A context of its own knows nothing of what other tests have loaded.
    private static List<string> Loaded(byte[] picture)
    {
        var context = new Alone();
        var own = context.LoadFromAssemblyPath(typeof(LoadedLibrariesTests).Assembly.Location).GetType(typeof(LoadedLibrariesTests).FullName!)!;
        own.GetMethod(nameof(Draw), BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [picture]);
        return [.. context.Assemblies.Select(a => a.GetName().Name!)];
    }

    private sealed class Alone() : AssemblyLoadContext("alone")
    {
        private readonly AssemblyDependencyResolver _resolver = new(typeof(LoadedLibrariesTests).Assembly.Location);

        protected override Assembly? Load(AssemblyName assemblyName) => _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName) => _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
