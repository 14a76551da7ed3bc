namespace Slipway.Formats.ClassFile;

/// <summary>Constants that are computed by a bootstrap method (JVMS 4.4.10), and the table of those methods (JVMS 4.7.23).</summary>
internal sealed class DynamicConstants(ConstantPool pool)
{
    /// <summary>Limit on the nesting of constants as arguments of constants; compilers nest two or three levels.</summary>
    private const int MaxDepth = 64;

    private readonly Dictionary<int, object> _resolved = [];
    private List<(int Method, int[] Arguments)>? _bootstraps;
    private int _depth;

    public void ReadBootstrapMethods(ref ClassFileCursor cursor)
    {
        if (_bootstraps is not null)
            throw cursor.Malformed("there is more than one table of bootstrap methods");
        _bootstraps = [];
        for (var left = cursor.U2(); left > 0; left--)
        {
            var method = cursor.U2();
            var arguments = cursor.Take(cursor.U2() * 2);
            var indices = new int[arguments.Length / 2];
            for (var i = 0; i < indices.Length; i++)
                indices[i] = (arguments[2 * i] << 8) | arguments[(2 * i) + 1];
            _bootstraps.Add((method, indices));
        }
    }

    public DynamicConstant Constant(int index)
    {
        pool.Expect(index, ConstantTag.Dynamic);
        if (_resolved.TryGetValue(index, out var known))
            return (DynamicConstant)known;
        var (name, descriptor) = pool.NameAndType(pool.Low(index));
        if (!JavaDescriptor.IsMemberName(name) || !JavaDescriptor.IsType(descriptor))
            throw pool.Malformed($"constant {index} has no valid name and type");
        var (bootstrap, arguments) = Resolve(index);
        var constant = new DynamicConstant(name, descriptor, bootstrap, arguments);
        _resolved[index] = constant;
        return constant;
    }

    public InvokeDynamicReference CallSite(int index)
    {
        pool.Expect(index, ConstantTag.InvokeDynamic);
        if (_resolved.TryGetValue(index, out var known))
            return (InvokeDynamicReference)known;
        var (name, descriptor) = pool.NameAndType(pool.Low(index));
        if (!JavaDescriptor.IsMemberName(name) || !JavaDescriptor.IsMethod(descriptor))
            throw pool.Malformed($"constant {index} has no valid name and descriptor");
        var (bootstrap, arguments) = Resolve(index);
        var site = new InvokeDynamicReference(name, descriptor, bootstrap, arguments);
        _resolved[index] = site;
        return site;
    }

    private (MethodHandleConstant Bootstrap, object[] Arguments) Resolve(int index)
    {
        var entry = pool.High(index);
        if (_bootstraps is null || entry >= _bootstraps.Count)
            throw pool.Malformed($"constant {index} names a bootstrap method that does not exist");
        if (++_depth > MaxDepth)
            throw pool.Malformed($"constant {index} is nested too deeply or contains itself");
        var (method, indices) = _bootstraps[entry];
        var arguments = new object[indices.Length];
        for (var i = 0; i < indices.Length; i++)
            arguments[i] = pool.Loadable(indices[i]);
        _depth--;
        return (pool.MethodHandle(method), arguments);
    }
}
