namespace Slipway.Formats.Zip;

/// <summary>Writes the file of a package; a failure leaves no file behind.</summary>
internal static class PackageFile
{
    public static T Write<T>(string path, Func<ZipOutput, T> write)
    {
        // An existing file is never overwritten, because it may be the package that is being read.
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            using var output = new ZipOutput(file);
            return write(output);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
