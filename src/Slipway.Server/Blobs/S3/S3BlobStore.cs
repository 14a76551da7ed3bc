using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Slipway.Server.Blobs.S3;

/// <summary>
/// Stores objects in a bucket. Large ones are uploaded in parts, with one part at a time in memory; an object is visible only
/// once it is complete.
/// </summary>
internal sealed class S3BlobStore(IAmazonS3 client, string bucket, TimeProvider clock) : IBlobStore, IDisposable
{
    private const int PartSize = 8 << 20;
    private const string MissingBucket = "NoSuchBucket";

    public async Task<long> PutAsync(string location, Stream content, CancellationToken cancellation)
    {
        var first = await ReadPartAsync(content, cancellation);
        if (first.Length == PartSize)
            return await PutPartsAsync(location, first, content, cancellation);
        var size = first.Length;
        FaultInjection.ReachWith(FaultInjection.BeforeRename, location);
        var request = new PutObjectRequest { BucketName = bucket, Key = Checked(location), InputStream = first, UseChunkEncoding = false };
        await AskAsync(() => client.PutObjectAsync(request, cancellation), cancellation);
        return size;
    }

    public async Task<Stream?> OpenAsync(string location, long offset, long length, CancellationToken cancellation)
    {
        if (length == 0)
            return Stream.Null;
        var request = new GetObjectRequest { BucketName = bucket, Key = Checked(location), ByteRange = new ByteRange(offset, offset + length - 1) };
        var answer = await AskAsync(() => FindAsync(() => client.GetObjectAsync(request, cancellation)), cancellation);
        return answer is null ? null : new PartStream(answer.ResponseStream, length);
    }

    public Task DeleteAsync(string location, CancellationToken cancellation) =>
        AskAsync(() => FindAsync(() => client.DeleteObjectAsync(bucket, Checked(location), cancellation)), cancellation);

    public async IAsyncEnumerable<StoredBlob> ListAsync(string prefix, TimeSpan age, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var latest = clock.GetUtcNow().UtcDateTime - age;
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        ListObjectsV2Response answer;
        do
        {
            answer = await AskAsync(() => client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var item in answer.S3Objects ?? [])
            {
                if (item.LastModified?.ToUniversalTime() < latest)
                    yield return new StoredBlob(item.Key, item.Size ?? 0);
            }

            request.ContinuationToken = answer.NextContinuationToken;
        }
        while (answer.IsTruncated == true);
    }

    public async Task<int> SweepAsync(TimeSpan age, CancellationToken cancellation)
    {
        var latest = clock.GetUtcNow().UtcDateTime - age;
        var uploads = await AskAsync(() => FindAsync(() => client.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = bucket }, cancellation)), cancellation);
        var old = (uploads?.MultipartUploads ?? []).Where(upload => upload.Initiated?.ToUniversalTime() < latest).ToList();
        foreach (var upload in old)
            await AbortAsync(upload.Key, upload.UploadId);
        return old.Count;
    }

    public void Dispose() => client.Dispose();

    private async Task<long> PutPartsAsync(string location, MemoryStream first, Stream content, CancellationToken cancellation)
    {
        var upload = await AskAsync(() => client.InitiateMultipartUploadAsync(bucket, Checked(location), cancellation), cancellation);
        try
        {
            var parts = new List<PartETag>();
            long size = 0;
            for (var part = first; part.Length > 0; part = await ReadPartAsync(content, cancellation))
            {
                var request = new UploadPartRequest
                {
                    BucketName = bucket,
                    Key = location,
                    UploadId = upload.UploadId,
                    PartNumber = parts.Count + 1,
                    InputStream = part,
                    PartSize = part.Length,
                    UseChunkEncoding = false,
                };
                size += part.Length;
                var answer = await AskAsync(() => client.UploadPartAsync(request, cancellation), cancellation);
                parts.Add(new PartETag(parts.Count + 1, answer.ETag));
            }

            FaultInjection.ReachWith(FaultInjection.BeforeRename, location);
            var end = new CompleteMultipartUploadRequest { BucketName = bucket, Key = location, UploadId = upload.UploadId, PartETags = parts };
            await AskAsync(() => client.CompleteMultipartUploadAsync(end, cancellation), cancellation);
            return size;
        }
        catch
        {
            await AbortAsync(location, upload.UploadId);
            throw;
        }
    }

    // The sweep finds uploads that cannot be aborted now.
    private async Task AbortAsync(string location, string upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(bucket, location, upload, CancellationToken.None);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return;
        }
    }

    // Reads on until the end of the stream even if a part ends there, because the stream verifies the hash only when it ends.
    private static async Task<MemoryStream> ReadPartAsync(Stream content, CancellationToken cancellation)
    {
        var part = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; part.Length < PartSize && (count = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, PartSize - part.Length)), cancellation)) > 0;)
            part.Write(buffer, 0, count);
        part.Position = 0;
        return part;
    }

    private static async Task<T?> FindAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NotImplemented && e.ErrorCode != MissingBucket)
        {
            return null;
        }
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && S3Faults.Describe(e, "blobs") is { } fault)
        {
            throw new OperatorFaultException(fault, "blobs", e);
        }
    }

    private static string Checked(string location) => BlobLocation.IsValid(location) ? location : throw new ArgumentException("This is not the name of an object.", nameof(location));
}
