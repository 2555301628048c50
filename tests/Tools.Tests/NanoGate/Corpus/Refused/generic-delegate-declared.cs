delegate T Make<T>(); // NG0201
