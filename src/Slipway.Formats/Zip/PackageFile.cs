namespace Slipway.Formats.Zip;

/// <summary>Writes a file under a temporary name beside its target, so that nobody ever sees half of it.</summary>
internal static class PackageFile
{
    public static T Write<T>(string path, Func<ZipOutput, T> write)
    {
        var target = Path.GetFullPath(path);
        var partial = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.partial");
        try
        {
            T result;
            using (var file = File.OpenHandle(partial, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read))
            using (var output = new ZipOutput(file))
                result = write(output);
            File.Move(partial, target, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
