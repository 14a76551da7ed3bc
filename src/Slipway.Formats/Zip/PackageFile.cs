namespace Slipway.Formats.Zip;

/// <summary>Writes the file of a package; a failure leaves nothing behind.</summary>
internal static class PackageFile
{
    public static T Write<T>(string path, Func<ZipOutput, T> write)
    {
        // One that is there may be the package that is read meanwhile.
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
